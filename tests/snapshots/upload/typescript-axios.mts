// Upload a photo
// Install: npm install axios
// Run: PHOTOS_TOKEN=... npx tsx upload.mts

import axios, { type AxiosError } from "axios";
import { readFile } from "node:fs/promises";

interface Answer {
  url: string;
}

if (!process.env.PHOTOS_TOKEN) throw new Error("PHOTOS_TOKEN is not set");

const form = new FormData();
form.append("caption", 'Sunset at the "Blue Lagoon"');
form.append("visibility", "friends");
form.append(
  "photo",
  new Blob([await readFile("sunset.jpg")], { type: "image/jpeg" }),
  "sunset.jpg",
);

const url = "https://photos.example.org/albums/summer-2025/photos";
try {
  const response = await axios.post<Answer>(url, form, {
    headers: { Authorization: `Bearer ${process.env.PHOTOS_TOKEN}` },
    timeout: 30000,
  });
  console.log(response.data.url);
} catch (cause) {
  const error = cause as AxiosError;
  console.error(error.message, error.response?.data ?? "");
  process.exit(1);
}
