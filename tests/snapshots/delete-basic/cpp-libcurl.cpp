// Delete a user's key
// Install: apt install libcurl4-openssl-dev
// Run: g++ -std=c++17 delete-basic.cpp -o delete-basic -lcurl && ADMIN_USER=... ADMIN_PASSWORD=... ./delete-basic

#include <curl/curl.h>

#include <cstdlib>
#include <iostream>
#include <memory>
#include <stdexcept>
#include <string>

int main() try {
  const char* admin_user = std::getenv("ADMIN_USER");
  if (!admin_user) throw std::runtime_error("ADMIN_USER is not set");
  const char* admin_password = std::getenv("ADMIN_PASSWORD");
  if (!admin_password) throw std::runtime_error("ADMIN_PASSWORD is not set");

  const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> curl(curl_easy_init(), curl_easy_cleanup);
  curl_easy_setopt(curl.get(), CURLOPT_URL, "https://api.example.net/v2/users/1042/keys/laptop%20%28old%29");
  curl_easy_setopt(curl.get(), CURLOPT_CUSTOMREQUEST, "DELETE");
  curl_easy_setopt(curl.get(), CURLOPT_USERNAME, admin_user);
  curl_easy_setopt(curl.get(), CURLOPT_PASSWORD, admin_password);
  curl_easy_setopt(curl.get(), CURLOPT_TIMEOUT, 30L);
  const curl_write_callback receive = [](char* bytes, size_t size, size_t count, void* user) {
    static_cast<std::string*>(user)->append(bytes, size * count);
    return size * count;
  };
  std::string answer;
  curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, receive);
  curl_easy_setopt(curl.get(), CURLOPT_WRITEDATA, &answer);
  const CURLcode result = curl_easy_perform(curl.get());

  if (result != CURLE_OK) throw std::runtime_error(curl_easy_strerror(result));
  long status = 0;
  curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
  char* location = nullptr;
  curl_easy_getinfo(curl.get(), CURLINFO_REDIRECT_URL, &location);
  if (status >= 300) {
    throw std::runtime_error("HTTP " + std::to_string(status) + " " + (location ? location : answer));
  }
  std::cout << answer;
} catch (const std::exception& error) {
  std::cerr << error.what() << "\n";
  return 1;
}
