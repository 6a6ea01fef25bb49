/** Wait until `read` gives something true, asking again and again; returns it. Errors: after `within` ms. */
export async function waitUntil(what, read, within = 30_000) {
  const end = Date.now() + within;
  for (;;) {
    const value = await read();
    if (value) return value;
    if (Date.now() > end) throw new Error(`Waited ${within / 1000} s in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
