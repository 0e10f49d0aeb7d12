// Upload a photo
// Install: npm install superagent
// Run: PHOTOS_TOKEN=... node upload.mjs

import superagent from "superagent";

if (!process.env.PHOTOS_TOKEN) throw new Error("PHOTOS_TOKEN is not set");

try {
  const response = await superagent
    .post("https://photos.example.org/albums/summer-2025/photos")
    .auth(process.env.PHOTOS_TOKEN, { type: "bearer" })
    .redirects(0)
    .timeout(30000)
    .field("caption", 'Sunset at the "Blue Lagoon"')
    .field("visibility", "friends")
    .attach("photo", "sunset.jpg", { contentType: "image/jpeg" });
  console.log(response.body.url);
} catch (error) {
  const { statusCode = "", headers, text = "" } = error.response ?? {};
  console.error(error.message, statusCode, headers?.location ?? text);
  process.exit(1);
}
