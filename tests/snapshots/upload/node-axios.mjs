// Upload a photo
// Install: npm install axios
// Run: PHOTOS_TOKEN=... node upload.mjs

import axios from "axios";
import { readFile } from "node:fs/promises";

if (!process.env.PHOTOS_TOKEN) {
  console.error("PHOTOS_TOKEN is not set.");
  process.exit(1);
}

const form = new FormData();
form.append("caption", 'Sunset at the "Blue Lagoon"');
form.append("visibility", "friends");
form.append(
  "photo",
  new Blob([await readFile("sunset.jpg")], { type: "image/jpeg" }),
  "sunset.jpg",
);

try {
  const response = await axios({
    method: "POST",
    url: "https://photos.example.org/albums/summer-2025/photos",
    headers: { Authorization: `Bearer ${process.env.PHOTOS_TOKEN}` },
    data: form,
    maxRedirects: 0,
    responseType: "text",
    timeout: 30000,
  });
  console.log(JSON.parse(response.data).url);
} catch (error) {
  const { headers, data } = error.response ?? {};
  console.error(error.message, headers?.location ?? data ?? "");
  process.exit(1);
}
