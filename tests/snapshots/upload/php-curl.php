<?php

// Upload a photo
// Run: PHOTOS_TOKEN=... php upload.php

ini_set('display_errors', 'stderr');
$photosToken = getenv('PHOTOS_TOKEN') ?: throw new RuntimeException('PHOTOS_TOKEN is not set');

$curl = curl_init('https://photos.example.org/albums/summer-2025/photos');
curl_setopt_array($curl, [
    CURLOPT_HTTPHEADER => [
        'Authorization: Bearer ' . $photosToken,
    ],
    CURLOPT_POSTFIELDS => [
        'caption' => 'Sunset at the "Blue Lagoon"',
        'visibility' => 'friends',
        'photo' => new CURLFile('sunset.jpg', 'image/jpeg', 'sunset.jpg'),
    ],
    CURLOPT_RETURNTRANSFER => true,
    CURLOPT_TIMEOUT => 30,
]);
$answer = curl_exec($curl);
if ($answer === false) {
    throw new RuntimeException(curl_error($curl));
}
$status = curl_getinfo($curl, CURLINFO_RESPONSE_CODE);
if ($status >= 300) {
    $reason = curl_getinfo($curl, CURLINFO_REDIRECT_URL) ?: $answer;
    throw new RuntimeException("HTTP $status: $reason");
}
echo json_decode($answer)->url ?? throw new RuntimeException("Unexpected answer: $answer"), "\n";
