<?php

// Read the state of a camera
// Run: CAMERA_USER=... CAMERA_PASSWORD=... php digest.php

$cameraUser = getenv('CAMERA_USER') ?: fwrite(STDERR, "CAMERA_USER is not set\n") && exit(1);
$cameraPassword = getenv('CAMERA_PASSWORD')
    ?: fwrite(STDERR, "CAMERA_PASSWORD is not set\n") && exit(1);

$query = http_build_query(['fields' => 'zoom,focus']);
$curl = curl_init('https://camera.example.com/api/v1/state?' . $query);
curl_setopt_array($curl, [
    CURLOPT_HTTPAUTH => CURLAUTH_DIGEST,
    CURLOPT_USERPWD => "$cameraUser:$cameraPassword",
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
echo $answer, "\n";
