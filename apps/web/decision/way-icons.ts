import { IconBuildingHospital, IconCar, IconHeartRateMonitor, IconMessage2Heart, IconVideo } from '@tabler/icons-react';
import type { Way } from './moves.ts';

/** One meaning each, on every screen. */
export const WAY_ICONS: Record<Way, typeof IconCar> = {
  order_visit: IconCar,
  order_consultation: IconBuildingHospital,
  advise: IconMessage2Heart,
  order_teleconsultation: IconVideo,
  order_exam: IconHeartRateMonitor,
};
