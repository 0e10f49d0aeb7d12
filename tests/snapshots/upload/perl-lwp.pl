# Upload a photo
# Install: cpan LWP::UserAgent LWP::Protocol::https
# Run: PHOTOS_TOKEN=... perl upload.pl
use strict;
use warnings;
use utf8;
use JSON::PP;
use LWP::UserAgent;

defined $ENV{PHOTOS_TOKEN} or die "PHOTOS_TOKEN is not set\n";

my $response = LWP::UserAgent->new(timeout => 30)->post(
    'https://photos.example.org/albums/summer-2025/photos',
    Authorization => "Bearer $ENV{PHOTOS_TOKEN}",
    'Content-Type' => 'form-data',
    Content => [
        caption => 'Sunset at the "Blue Lagoon"',
        visibility => 'friends',
        photo => ['sunset.jpg', 'sunset.jpg', 'Content-Type' => 'image/jpeg'],
    ],
);
my $reason = $response->header('X-Died') // $response->header('Location') // $response->content;
die $response->status_line, ": $reason\n"
    if $response->header('X-Died') || !$response->is_success;
binmode STDOUT, ':encoding(UTF-8)';
print decode_json($response->content)->{url}, "\n";
