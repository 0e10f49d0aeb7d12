// Look at a download before fetching it
// Run: npx tsx head.mts

const url = "https://downloads.example.net/releases/2.10/engine.tar.gz";
const response = await fetch(url, {
  method: "HEAD",
  headers: { Accept: "application/gzip" },
  signal: AbortSignal.timeout(30000),
});
if (!response.ok) {
  throw new Error(`HTTP ${response.status}: ${await response.text()}`);
}
for (const [name, value] of response.headers) {
  console.log(`${name}: ${value}`);
}
