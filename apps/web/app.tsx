import { ThemeProvider } from './theme/theme-provider.tsx';
import { PriorityChip } from './ui/priority-chip.tsx';

export function App() {
  return (
    <ThemeProvider>
      <PriorityChip value="P2" />
    </ThemeProvider>
  );
}
