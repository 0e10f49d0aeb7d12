# Convert a temperature with SOAP
# Install: cpan IO::Socket::SSL
# Run: perl soap-xml.pl
use strict;
use warnings;
use utf8;
use Encode qw(encode_utf8);
use HTTP::Tiny;

my $body = '<?xml version="1.0" encoding="utf-8"?>
<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">
  <soap:Body>
    <CelsiusToFahrenheit xmlns="https://soap.example.com/">
      <Celsius>21.5</Celsius>
    </CelsiusToFahrenheit>
  </soap:Body>
</soap:Envelope>
';
my $response = HTTP::Tiny->new(timeout => 30, verify_SSL => 1)->post(
    'https://soap.example.com/temperature.asmx',
    {
        headers => {
            SOAPAction => '"https://soap.example.com/CelsiusToFahrenheit"',
            'Content-Type' => 'text/xml; charset=utf-8',
        },
        content => encode_utf8($body),
    },
);
my $reason = $response->{headers}{location} // $response->{content};
die "$response->{status} $response->{reason}: $reason\n" unless $response->{success};
print $response->{content}, "\n";
