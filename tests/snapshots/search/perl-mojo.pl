# Search a catalogue
# Install: cpan Mojo::UserAgent IO::Socket::SSL
# Run: perl search.pl
use strict;
use warnings;
use utf8;
use Mojo::URL;
use Mojo::UserAgent;

my $url = Mojo::URL->new('https://api.example.com/v1/catalogues/books/items')->query(
    q => 'café & crème',
    tag => 'cooking',
    tag => 'french',
    limit => 10,
);
my $response = Mojo::UserAgent->new(inactivity_timeout => 30)->get(
    $url,
    {'X-Request-Id' => 'docs-0001'},
)->result;
die 'HTTP ', $response->code, ': ', $response->headers->location // $response->body, "\n"
    unless $response->is_success;
# Without chunks and a length, it ends where the connection does.
my $content = $response->content;
die "The answer ended unexpectedly.\n"
    unless $content->is_finished || $content->relaxed && !$content->is_chunked;
binmode STDOUT, ':encoding(UTF-8)';
print $response->json->{items}[0]{title}, "\n";
