// Search a catalogue
// Install: npm install axios
// Run: node search.mjs

import axios from "axios";

try {
  const response = await axios({
    url: "https://api.example.com/v1/catalogues/books/items?q=caf%C3%A9%20%26%20cr%C3%A8me&tag=cooking&tag=french&limit=10",
    headers: { "X-Request-Id": "docs-0001" },
    maxRedirects: 0,
    responseType: "text",
    timeout: 30000,
  });
  console.log(JSON.parse(response.data).items[0].title);
} catch (error) {
  const { headers, data } = error.response ?? {};
  console.error(error.message, headers?.location ?? data ?? "");
  process.exit(1);
}
