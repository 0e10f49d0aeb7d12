# Upload a photo
# Install: cpan Mojo::UserAgent IO::Socket::SSL
# Run: PHOTOS_TOKEN=... perl upload.pl
use strict;
use warnings;
use utf8;
use Mojo::File qw(path);
use Mojo::UserAgent;

defined $ENV{PHOTOS_TOKEN} or die "PHOTOS_TOKEN is not set\n";

my $response = Mojo::UserAgent->new(inactivity_timeout => 30)->post(
    'https://photos.example.org/albums/summer-2025/photos',
    {Authorization => "Bearer $ENV{PHOTOS_TOKEN}", 'Content-Type' => 'multipart/form-data'},
    multipart => [
        {
            'Content-Disposition' => 'form-data; name="caption"',
            content => 'Sunset at the "Blue Lagoon"',
        },
        {'Content-Disposition' => 'form-data; name="visibility"', content => 'friends'},
        {
            'Content-Disposition' => 'form-data; name="photo"; filename="sunset.jpg"',
            'Content-Type' => 'image/jpeg',
            content => path('sunset.jpg')->slurp,
        },
    ],
)->result;
die 'HTTP ', $response->code, ': ', $response->headers->location // $response->body, "\n"
    unless $response->is_success;
# Without chunks and a length, it ends where the connection does.
my $content = $response->content;
die "The answer ended unexpectedly.\n"
    unless $content->is_finished || $content->relaxed && !$content->is_chunked;
binmode STDOUT, ':encoding(UTF-8)';
print $response->json->{url}, "\n";
