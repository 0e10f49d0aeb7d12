// Convert a temperature with SOAP
// Install: apt install libcurl4-openssl-dev
// Run: cc soap-xml.c -o soap-xml -lcurl && ./soap-xml

#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>

int main(void) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://soap.example.com/temperature.asmx");
  struct curl_slist *headers = curl_slist_append(NULL, "SOAPAction: \"https://soap.example.com/CelsiusToFahrenheit\"");
  headers = curl_slist_append(headers, "Content-Type: text/xml; charset=utf-8");
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
  const char body[] =
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
      "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\">\n"
      "  <soap:Body>\n"
      "    <CelsiusToFahrenheit xmlns=\"https://soap.example.com/\">\n"
      "      <Celsius>21.5</Celsius>\n"
      "    </CelsiusToFahrenheit>\n"
      "  </soap:Body>\n"
      "</soap:Envelope>\n";
  curl_easy_setopt(curl, CURLOPT_POSTFIELDS, body);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, 30L);
  char *answer = NULL;
  size_t size = 0;
  FILE *memory = open_memstream(&answer, &size);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, memory);
  CURLcode result = curl_easy_perform(curl);
  fclose(memory);

  long status = 0;
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
  char *location = NULL;
  curl_easy_getinfo(curl, CURLINFO_REDIRECT_URL, &location);
  int failed = 1;
  if (result != CURLE_OK) {
    fprintf(stderr, "%s\n", curl_easy_strerror(result));
  } else if (status >= 300) {
    fprintf(stderr, "HTTP %ld %s\n", status, location ? location : answer);
  } else {
    fwrite(answer, 1, size, stdout);
    failed = 0;
  }
  free(answer);
  curl_slist_free_all(headers);
  curl_easy_cleanup(curl);
  return failed;
}
