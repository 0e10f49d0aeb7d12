// Search a catalogue
// Run: node search.mjs

const url =
  "https://api.example.com/v1/catalogues/books/items?q=caf%C3%A9%20%26%20cr%C3%A8me&tag=cooking&tag=french&limit=10";
const response = await fetch(url, {
  headers: { "X-Request-Id": "docs-0001" },
  signal: AbortSignal.timeout(30000),
});
if (!response.ok) {
  console.error(response.status, response.statusText, await response.text());
  process.exit(1);
}
const answer = await response.json();
console.log(answer.items[0].title);
