import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { BrowserRouter, Route, Routes } from 'react-router';
import { queryClient } from './api/query-client.ts';
import { EssShell } from './layout/ess-shell.tsx';
import { NotFoundPage } from './layout/not-found-page.tsx';
import { PageBoundary } from './layout/page-boundary.tsx';
import { RouteFocus } from './layout/route-focus.tsx';
import { RequireScreen } from './layout/require-screen.tsx';
import { RequireSession } from './session/require-session.tsx';
import { SignInPage } from './sign-in/sign-in-page.tsx';
import { ThemeProvider } from './theme/theme-provider.tsx';
import { PageSkeleton } from './ui/skeletons.tsx';
import { UndoToastProvider } from './ui/undo-toast.tsx';

const ChoosePage = lazy(async () => ({ default: (await import('./sign-in/choose-page.tsx')).ChoosePage }));
const ForgotPage = lazy(async () => ({ default: (await import('./sign-in/forgot-page.tsx')).ForgotPage }));
const LinkPage = lazy(async () => ({ default: (await import('./sign-in/link-page.tsx')).LinkPage }));
const ComebackPage = lazy(async () => ({ default: (await import('./session/comeback-page.tsx')).ComebackPage }));
const PscPage = lazy(async () => ({ default: (await import('./sign-in/psc-page.tsx')).PscPage }));
const AccountPage = lazy(async () => ({ default: (await import('./account/account-page.tsx')).AccountPage }));
const RequestPage = lazy(async () => ({ default: (await import('./request-form/request-page.tsx')).RequestPage }));
const MyRequestsPage = lazy(async () => ({
  default: (await import('./follow-up/my-requests-page.tsx')).MyRequestsPage,
}));
const FollowUpPage = lazy(async () => ({ default: (await import('./follow-up/follow-up-page.tsx')).FollowUpPage }));
const ReportPage = lazy(async () => ({ default: (await import('./reports/report-page.tsx')).ReportPage }));
const UnreadPage = lazy(async () => ({ default: (await import('./worklists/unread-page.tsx')).UnreadPage }));
const AppointmentsPage = lazy(async () => ({
  default: (await import('./worklists/appointments-page.tsx')).AppointmentsPage,
}));
const DeskRoutes = lazy(async () => ({ default: (await import('./desk/desk-routes.tsx')).DeskRoutes }));
const PlannerRoutes = lazy(async () => ({ default: (await import('./planner/planner-page.tsx')).PlannerRoutes }));
const TourRoutes = lazy(async () => ({ default: (await import('./tour/tour-routes.tsx')).TourRoutes }));
const SpecialistRoutes = lazy(async () => ({
  default: (await import('./specialist/specialist-routes.tsx')).SpecialistRoutes,
}));
const PatientPage = lazy(async () => ({ default: (await import('./patient/patient-page.tsx')).PatientPage }));
const DuplicatesPage = lazy(async () => ({
  default: (await import('./patient/duplicates-page.tsx')).DuplicatesPage,
}));
const ExceptionalPage = lazy(async () => ({
  default: (await import('./patient/exceptional-page.tsx')).ExceptionalPage,
}));
const PeopleRoutes = lazy(async () => ({ default: (await import('./people/people-routes.tsx')).PeopleRoutes }));
const PlatformPage = lazy(async () => ({ default: (await import('./platform/platform-page.tsx')).PlatformPage }));
const DpoRoutes = lazy(async () => ({ default: (await import('./dpo/dpo-routes.tsx')).DpoRoutes }));
const PatientAccessPage = lazy(async () => ({
  default: (await import('./patient-space/patient-access-page.tsx')).PatientAccessPage,
}));
const PatientSpacePage = lazy(async () => ({
  default: (await import('./patient-space/patient-space-page.tsx')).PatientSpacePage,
}));
const MailsPage = lazy(async () => ({ default: (await import('./demonstration/mails-page.tsx')).MailsPage }));

export function App() {
  return (
    <ThemeProvider>
      <QueryClientProvider client={queryClient}>
        <UndoToastProvider>
          <BrowserRouter>
            <RouteFocus />
            <PageBoundary>
              <Suspense fallback={<PageSkeleton />}>
                <Routes>
                  <Route path="/connexion" element={<SignInPage />} />
                  <Route path="/connexion/psc" element={<PscPage />} />
                  <Route path="/mot-de-passe-oublie" element={<ForgotPage />} />
                  <Route path="/lien" element={<LinkPage />} />
                  <Route path="/reprise" element={<ComebackPage />} />
                  <Route path="/demonstration/courriels" element={<MailsPage />} />
                  <Route element={<RequireSession />}>
                    <Route path="/choisir" element={<ChoosePage />} />
                    <Route path="/compte" element={<AccountPage />} />
                    <Route path="/plateforme" element={<PlatformPage />} />
                    <Route path="/mon-espace" element={<PatientSpacePage />} />
                  </Route>
                  <Route path="/:ess" element={<RequireSession />}>
                    <Route element={<EssShell />}>
                      <Route path="tournee/*" element={<TourRoutes />} />
                      <Route path="controle/*" element={<DpoRoutes />} />
                      <Route path="equipe/*" element={<PeopleRoutes />} />
                      <Route element={<RequireScreen />}>
                        <Route path="demande" element={<RequestPage />} />
                        <Route path="demandes" element={<MyRequestsPage />} />
                        <Route path="demandes/:id" element={<FollowUpPage />} />
                        <Route path="demandes/:id/reponse" element={<ReportPage />} />
                        <Route path="bureau/reponses" element={<UnreadPage />} />
                        <Route path="bureau/rendez-vous" element={<AppointmentsPage />} />
                        <Route path="avis/*" element={<SpecialistRoutes />} />
                        <Route path="bureau/*" element={<DeskRoutes />} />
                        <Route path="tournees" element={<PlannerRoutes />} />
                        <Route path="patients/doublons" element={<DuplicatesPage />} />
                        <Route path="patients/:id" element={<PatientPage />} />
                        <Route path="acces-exceptionnel" element={<ExceptionalPage />} />
                        <Route path="patients/:id/acces" element={<PatientAccessPage />} />
                      </Route>
                      <Route path="*" element={<NotFoundPage />} />
                    </Route>
                  </Route>
                  <Route path="*" element={<NotFoundPage />} />
                </Routes>
              </Suspense>
            </PageBoundary>
          </BrowserRouter>
        </UndoToastProvider>
      </QueryClientProvider>
    </ThemeProvider>
  );
}
