// Search a catalogue
// Run: deno run --allow-net --allow-env --allow-read search.ts

interface Answer {
  items: { title: string }[];
}

const url = new URL("https://api.example.com/v1/catalogues/books/items");
url.search = new URLSearchParams([
  ["q", "café & crème"],
  ["tag", "cooking"],
  ["tag", "french"],
  ["limit", "10"],
]).toString();
const response = await fetch(url, {
  headers: { "X-Request-Id": "docs-0001" },
  signal: AbortSignal.timeout(30000),
});
if (!response.ok) {
  throw new Error(`HTTP ${response.status}: ${await response.text()}`);
}
const answer = (await response.json()) as Answer;
console.log(answer.items[0].title);
