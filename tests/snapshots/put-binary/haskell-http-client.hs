-- Replace an avatar
-- Install: cabal install --lib aeson bytestring http-client http-client-tls http-types lens lens-aeson text
-- Run: FILES_API_KEY=... runghc put-binary.hs
{-# LANGUAGE OverloadedStrings #-}
import Control.Lens ((^?))
import Control.Monad (unless)
import Data.Aeson
import Data.Aeson.Lens
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
  filesApiKey <- pack <$> getEnv "FILES_API_KEY"
  initial <- parseRequest "PUT https://files.example.org/avatars/ada"
  body <- B.readFile "avatar.png"
  let request =
        initial
          { redirectCount = 0
          , requestHeaders =
              [("X-Api-Key", encodeUtf8 filesApiKey), ("Content-Type", "image/png")]
          , requestBody = RequestBodyBS body
          }
  manager <- newTlsManager
  answer <- timeout 30000000 (httpLbs request manager)
  response <- maybe (die "The answer ended unexpectedly.") pure answer
  unless (statusIsSuccessful (responseStatus response)) $ do
    hPrint stderr (responseStatus response)
    mapM_ (B.hPutStrLn stderr) (lookup "Location" (responseHeaders response))
    L.hPut stderr (responseBody response)
    exitFailure
  maybe (die (show (responseBody response))) (L.putStrLn . encode) $
    responseBody response ^? key "bytes"
