import { buildDashboard } from './start/build-dashboard.ts';

buildDashboard();
