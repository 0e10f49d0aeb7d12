// Search a catalogue
// Run: node search.mjs

const url =
  "https://api.example.com/v1/catalogues/books/items?q=caf%C3%A9%20%26%20cr%C3%A8me&tag=cooking&tag=french&limit=10";
const response = await fetch(url, {
  headers: { "X-Request-Id": "docs-0001" },
  redirect: "manual",
  signal: AbortSignal.timeout(30000),
});
if (!response.ok) {
  const reason = response.headers.get("location") ?? (await response.text());
  console.error(response.status, response.statusText, reason);
  process.exit(1);
}
const answer = await response.json();
console.log(answer.items[0].title);
