// */ ?> */ --> ??/ /// script # coding: utf-7 \u000a touch PWNED \u002a\u002f {{ 7*7 }} {% raw %} <?php touch('PWNED'); ?> <!-- \
// Install: npm install axios
// Run: node words-comments.mjs

import axios from "axios";

try {
  const response = await axios.post(
    "https://api.example.com/notes",
    { a: 1 },
    {
      timeout: 30000,
    },
  );
  console.log(JSON.stringify(response.data.ok));
} catch (error) {
  console.error(error.message, error.response?.data ?? "");
  process.exit(1);
}
