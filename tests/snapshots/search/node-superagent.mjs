// Search a catalogue
// Install: npm install superagent
// Run: node search.mjs

import superagent from "superagent";

try {
  const response = await superagent
    .get("https://api.example.com/v1/catalogues/books/items")
    .query({ q: "café & crème", tag: ["cooking", "french"], limit: 10 })
    .set("X-Request-Id", "docs-0001")
    .timeout(30000);
  console.log(response.body.items[0].title);
} catch (error) {
  const { statusCode = "", text = "" } = error.response ?? {};
  console.error(error.message, statusCode, text);
  process.exit(1);
}
