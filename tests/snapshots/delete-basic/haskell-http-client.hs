-- Delete a user's key
-- Install: cabal install --lib aeson bytestring http-client http-client-tls http-types lens lens-aeson text
-- Run: ADMIN_USER=... ADMIN_PASSWORD=... runghc delete-basic.hs
{-# LANGUAGE OverloadedStrings #-}
import Control.Monad (unless)
import qualified Data.ByteString.Char8 as B
import qualified Data.ByteString.Lazy.Char8 as L
import Data.Text (pack)
import Data.Text.Encoding
import Network.HTTP.Client
import Network.HTTP.Client.TLS
import Network.HTTP.Types
import System.Environment (getEnv)
import System.Exit
import System.IO
import System.Timeout (timeout)

main :: IO ()
main = do
  adminUser <- pack <$> getEnv "ADMIN_USER"
  adminPassword <- pack <$> getEnv "ADMIN_PASSWORD"
  initial <- parseRequest "DELETE https://api.example.net/v2/users/1042/keys/laptop%20%28old%29"
  let request =
        applyBasicAuth (encodeUtf8 adminUser) (encodeUtf8 adminPassword) $
        initial {redirectCount = 0}
  manager <- newTlsManager
  answer <- timeout 30000000 (httpLbs request manager)
  response <- maybe (die "The answer ended unexpectedly.") pure answer
  unless (statusIsSuccessful (responseStatus response)) $ do
    hPrint stderr (responseStatus response)
    mapM_ (B.hPutStrLn stderr) (lookup "Location" (responseHeaders response))
    L.hPut stderr (responseBody response)
    exitFailure
  L.putStrLn (responseBody response)
