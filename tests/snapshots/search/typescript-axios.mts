// Search a catalogue
// Install: npm install axios
// Run: npx tsx search.mts

import axios, { type AxiosError } from "axios";

interface Answer {
  items: { title: string }[];
}

const url = "https://api.example.com/v1/catalogues/books/items";
try {
  const response = await axios.get<Answer>(url, {
    params: { q: "café & crème", tag: ["cooking", "french"], limit: 10 },
    paramsSerializer: { indexes: null },
    headers: { "X-Request-Id": "docs-0001" },
    timeout: 30000,
  });
  console.log(response.data.items[0].title);
} catch (cause) {
  const error = cause as AxiosError;
  console.error(error.message, error.response?.data ?? "");
  process.exit(1);
}
