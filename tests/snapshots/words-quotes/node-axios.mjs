// """; import os; os.system('touch PWNED'); """ ''' "; touch PWNED; " '; touch PWNED; ' $(touch PWNED) `touch PWNED` #{system('touch PWNED')} ${x} %s %n \"""
// Install: npm install axios
// Run: node words-quotes.mjs

import axios from "axios";

try {
  const response = await axios({
    url: "https://api.example.com/notes",
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
