// Upload a photo
// Run: PHOTOS_TOKEN=... node upload.mjs

import { once } from "node:events";
import { readFile } from "node:fs/promises";
import https from "node:https";
import { text } from "node:stream/consumers";

if (!process.env.PHOTOS_TOKEN) throw new Error("PHOTOS_TOKEN is not set");

const form = new FormData();
form.append("caption", 'Sunset at the "Blue Lagoon"');
form.append("visibility", "friends");
form.append(
  "photo",
  new Blob([await readFile("sunset.jpg")], { type: "image/jpeg" }),
  "sunset.jpg",
);

const encoded = new Response(form);
const body = Buffer.from(await encoded.arrayBuffer());
const url = "https://photos.example.org/albums/summer-2025/photos";
const request = https.request(url, {
  method: "POST",
  headers: {
    "Content-Type": encoded.headers.get("content-type"),
    Authorization: `Bearer ${process.env.PHOTOS_TOKEN}`,
  },
  timeout: 30000,
});
request.on("timeout", () => request.destroy(new Error("ETIMEDOUT")));
request.end(body);
const [response] = await once(request, "response");
if (response.statusCode >= 300) {
  const reason = response.headers.location ?? (await text(response));
  throw new Error(`HTTP ${response.statusCode}: ${reason}`);
}
const answer = JSON.parse(await text(response));
console.log(answer.url);
