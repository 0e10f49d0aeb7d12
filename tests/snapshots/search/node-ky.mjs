// Search a catalogue
// Install: npm install ky
// Run: node search.mjs

import ky from "ky";

const url = "https://api.example.com/v1/catalogues/books/items";
try {
  const response = await ky(url, {
    searchParams: [
      ["q", "café & crème"],
      ["tag", "cooking"],
      ["tag", "french"],
      ["limit", 10],
    ],
    headers: { "X-Request-Id": "docs-0001" },
    timeout: 30000,
    retry: 0,
    throwHttpErrors: false,
  });
  if (!response.ok) {
    throw new Error(`HTTP ${response.status}: ${await response.text()}`);
  }
  const answer = await response.json();
  console.log(answer.items[0].title);
} catch (error) {
  console.error(error.message, error.cause?.message ?? "");
  process.exit(1);
}
