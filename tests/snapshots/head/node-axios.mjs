// Look at a download before fetching it
// Install: npm install axios
// Run: node head.mjs

import axios from "axios";

const url = "https://downloads.example.net/releases/2.10/engine.tar.gz";
try {
  const response = await axios.head(url, {
    headers: { Accept: "application/gzip" },
    timeout: 30000,
  });
  for (const [name, value] of response.headers) {
    console.log(`${name}: ${value}`);
  }
} catch (error) {
  console.error(error.message, error.response?.data ?? "");
  process.exit(1);
}
