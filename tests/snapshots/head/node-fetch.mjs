// Look at a download before fetching it
// Run: node head.mjs

const url = "https://downloads.example.net/releases/2.10/engine.tar.gz";
const response = await fetch(url, {
  method: "HEAD",
  headers: { Accept: "application/gzip" },
  redirect: "manual",
  signal: AbortSignal.timeout(30000),
});
if (!response.ok) {
  const reason = response.headers.get("location") ?? (await response.text());
  console.error(response.status, response.statusText, reason);
  process.exit(1);
}
for (const [name, value] of response.headers) {
  console.log(`${name}: ${value}`);
}
