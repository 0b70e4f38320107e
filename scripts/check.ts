import { closeWithTotal } from './steps/close-with-total.ts';
import { runSteps } from './steps/run-steps.ts';
import * as steps from './steps/steps.ts';

closeWithTotal(
  await runSteps([
    steps.dashboard,
    steps.rules,
    steps.lintOfChanged,
    steps.typesOfDashboard,
    steps.typesOfServer,
    steps.boundaries,
    steps.format,
  ]),
);
