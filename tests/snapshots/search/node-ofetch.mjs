// Search a catalogue
// Install: npm install ofetch
// Run: node search.mjs

import { ofetch } from "ofetch";

const url = "https://api.example.com/v1/catalogues/books/items";
try {
  const response = await ofetch.raw(url, {
    query: { q: "café & crème", tag: ["cooking", "french"], limit: 10 },
    headers: { "X-Request-Id": "docs-0001" },
    timeout: 30000,
    retry: 0,
  });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  console.log(response._data.items[0].title);
} catch (error) {
  console.error(error.message, error.data ?? "");
  process.exit(1);
}
