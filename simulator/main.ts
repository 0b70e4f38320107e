import { ArgumentProblem, readArguments, readExportArguments } from './arguments.ts';
import { exportAll } from './export/export-all.ts';
import { serve } from './endpoint/serve.ts';

try {
  const [verb, ...rest] = process.argv.slice(2);
  if (verb === 'export') await exportAll(readExportArguments(rest, process.env, Date.now()));
  else await serve(readArguments(process.argv.slice(2), process.env, Date.now()));
} catch (error) {
  if (!(error instanceof ArgumentProblem)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
