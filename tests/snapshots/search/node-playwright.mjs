// Search a catalogue
// Install: npm install playwright
// Run: node search.mjs

import { request } from "playwright";

const url = "https://api.example.com/v1/catalogues/books/items";
const context = await request.newContext();
try {
  const response = await context.get(url, {
    params: new URLSearchParams([
      ["q", "café & crème"],
      ["tag", "cooking"],
      ["tag", "french"],
      ["limit", 10],
    ]),
    headers: { "X-Request-Id": "docs-0001" },
    timeout: 30000,
  });
  if (!response.ok()) {
    throw new Error(`HTTP ${response.status()}: ${await response.text()}`);
  }
  const answer = await response.json();
  console.log(answer.items[0].title);
} catch (error) {
  console.error(error.message.split("\nCall log:")[0]);
  process.exit(1);
}
