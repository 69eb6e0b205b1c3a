// Says what each test did, and at the end how many passed and failed.
export default async function* report(events) {
  let passed = 0;
  let failed = 0;
  for await (const { type, data } of events) {
    if (data?.details?.type === "suite" || data?.skip !== undefined) continue;
    if (type === "test:pass") {
      passed += 1;
      yield `ok      ${data.name} (${(data.details.duration_ms / 1000).toFixed(1)} s)\n`;
    } else if (type === "test:fail") {
      failed += 1;
      const error = data.details.error?.cause ?? data.details.error;
      yield `FAILED  ${data.name}\n${error?.stack ?? error?.message ?? error}\n`;
    } else if (type === "test:diagnostic" && data.level === "warn") {
      yield `${data.message}\n`;
    } else if (type === "test:stderr" || type === "test:stdout") {
      yield data.message;
    }
  }
  yield `${passed} passed, ${failed} failed\n`;
}
