# Search a catalogue
# Install: cpan LWP::UserAgent LWP::Protocol::https
# Run: perl search.pl
use strict;
use warnings;
use utf8;
use Encode qw(encode_utf8);
use JSON::PP;
use LWP::UserAgent;
use URI;

my $url = URI->new('https://api.example.com/v1/catalogues/books/items');
$url->query_form(q => encode_utf8('café & crème'), tag => 'cooking', tag => 'french', limit => 10);
my $response = LWP::UserAgent->new(timeout => 30, max_redirect => 0)->get(
    $url,
    'X-Request-Id' => 'docs-0001',
);
my $reason = $response->header('X-Died') // $response->header('Location') // $response->content;
die $response->status_line, ": $reason\n"
    if $response->header('X-Died') || !$response->is_success;
binmode STDOUT, ':encoding(UTF-8)';
print decode_json($response->content)->{items}[0]{title}, "\n";
