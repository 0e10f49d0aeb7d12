// """; import os; os.system('touch PWNED'); """ ''' "; touch PWNED; " '; touch PWNED; ' $(touch PWNED) `touch PWNED` #{system('touch PWNED')} ${x} %s %n \"""
// Install: npm install axios
// Run: node words-quotes.mjs

import axios from "axios";

try {
  const response = await axios.get("https://api.example.com/notes", {
    timeout: 30000,
  });
  console.log(JSON.stringify(response.data.ok));
} catch (error) {
  console.error(error.message, error.response?.data ?? "");
  process.exit(1);
}
