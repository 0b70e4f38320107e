const { findBrowser } = require('./scripts/find-browser.ts');

const browser = findBrowser();
process.env.CHROME_BIN = browser.path;
Object.assign(process.env, browser.env);

/** One line that scripts/test.ts can count by, whatever the other reporters print. */
function CountReporter() {
  this.onRunComplete = (_browsers, { success, failed, skipped }) => {
    console.log(`\nkarma: ${success} passed, ${failed} failed, ${skipped ?? 0} skipped`);
  };
}

module.exports = (config) => {
  config.set({
    frameworks: ['jasmine'],
    plugins: [
      require('karma-jasmine'),
      require('karma-chrome-launcher'),
      require('karma-coverage'),
      { 'reporter:count': ['type', CountReporter] },
    ],
    reporters: ['dots', 'count'],
    customLaunchers: {
      ChromiumCI: {
        base: 'ChromeHeadless',
        flags: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-dev-shm-usage'],
      },
    },
    client: { jasmine: { random: true } },
    coverageReporter: { dir: 'coverage', reporters: [{ type: 'text-summary' }, { type: 'html' }] },
    restartOnFileChange: true,
  });
};
