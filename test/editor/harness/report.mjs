// Counts what passed and failed, one line each as it happens.

/** A report of tests that are run one after the other. */
export function createReport() {
  const counts = { passed: 0, failed: 0 };
  const pass = (title) => {
    counts.passed += 1;
    console.log(`  ok      ${title}`);
  };
  const fail = (title, error) => {
    counts.failed += 1;
    console.log(`  FAILED  ${title}\n${indent(String(error?.stack ?? error))}`);
  };
  return {
    pass,
    fail,
    /** A first attempt that failed: not counted, as the second one will be, but said. */
    again(title, error) {
      console.log(`  again   ${title}\n${indent(String(error?.stack ?? error))}`);
    },
    /** Run one test; whether it passed. */
    async test(title, body) {
      try {
        await body();
        pass(title);
        return true;
      } catch (error) {
        fail(title, error);
        return false;
      }
    },
    /** Print the totals; the exit status they ask for. A run without a test has failed. */
    close() {
      console.log(`\n${counts.passed} passed, ${counts.failed} failed`);
      return counts.failed === 0 && counts.passed > 0 ? 0 : 1;
    },
  };
}

function indent(text) {
  return text.replace(/^/gm, '          ');
}
