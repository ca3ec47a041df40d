import { Route, Routes } from 'react-router';
import { useEss } from '../layout/ess-shell.tsx';
import { NotFoundPage } from '../layout/not-found-page.tsx';
import { TourProvider } from './tour-context.tsx';
import { TourPage } from './tour-page.tsx';
import { VisitPage } from './visit-page.tsx';

/** The phone of the mobile nurse. */
export function TourRoutes() {
  if (!useEss().context.me.permissions.includes('tour.drive')) return <NotFoundPage />;
  return (
    <TourProvider>
      <Routes>
        <Route index element={<TourPage />} />
        <Route path=":actId" element={<VisitPage />} />
        <Route path="*" element={<NotFoundPage />} />
      </Routes>
    </TourProvider>
  );
}
