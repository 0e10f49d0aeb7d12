// Search a catalogue
// Install: npm install got
// Run: node search.mjs

import got from "got";

const url = "https://api.example.com/v1/catalogues/books/items";
try {
  const response = await got(url, {
    searchParams: new URLSearchParams([
      ["q", "café & crème"],
      ["tag", "cooking"],
      ["tag", "french"],
      ["limit", 10],
    ]),
    headers: { "X-Request-Id": "docs-0001" },
    responseType: "json",
    timeout: { request: 30000 },
    retry: { limit: 0 },
  });
  console.log(response.body.items[0].title);
} catch (error) {
  console.error(error.message, error.response?.body ?? "");
  process.exit(1);
}
