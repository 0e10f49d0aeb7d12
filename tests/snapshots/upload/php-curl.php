<?php

// Upload a photo
// Run: PHOTOS_TOKEN=... php upload.php

$photosToken = getenv('PHOTOS_TOKEN') ?: fwrite(STDERR, "PHOTOS_TOKEN is not set\n") && exit(1);

$curl = curl_init('https://photos.example.org/albums/summer-2025/photos');
curl_setopt_array($curl, [
    CURLOPT_HTTPHEADER => ["Authorization: Bearer $photosToken"],
    CURLOPT_POSTFIELDS => [
        'caption' => 'Sunset at the "Blue Lagoon"',
        'visibility' => 'friends',
        'photo' => new CURLFile('sunset.jpg', 'image/jpeg', 'sunset.jpg'),
    ],
    CURLOPT_RETURNTRANSFER => true,
    CURLOPT_TIMEOUT => 30,
]);
$answer = curl_exec($curl);
$status = curl_getinfo($curl, CURLINFO_RESPONSE_CODE);
if (curl_errno($curl) || $status >= 300) {
    $reason = curl_error($curl) ?: curl_getinfo($curl, CURLINFO_REDIRECT_URL) ?: $answer;
    fwrite(STDERR, "HTTP $status: $reason\n");
    exit(1);
}
echo json_decode($answer)->url, "\n";
