// */ ?> */ --> ??/ /// script # coding: utf-7 \u000a touch PWNED \u002a\u002f {{ 7*7 }} {% raw %} <?php touch('PWNED'); ?> <!-- \
// Install: npm install axios
// Run: node words-comments.mjs

import axios from "axios";

try {
  const response = await axios({
    method: "POST",
    url: "https://api.example.com/notes",
    data: { a: 1 },
    maxRedirects: 0,
    responseType: "text",
    timeout: 30000,
  });
  console.log(JSON.stringify(JSON.parse(response.data).ok));
} catch (error) {
  const { headers, data } = error.response ?? {};
  console.error(error.message, headers?.location ?? data ?? "");
  process.exit(1);
}
