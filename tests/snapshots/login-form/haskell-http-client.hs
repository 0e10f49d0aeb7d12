-- Log in with a form
-- Install: cabal install --lib aeson bytestring http-client http-client-tls http-types lens lens-aeson text
-- Run: ACCOUNT_PASSWORD=... runghc login-form.hs
{-# LANGUAGE OverloadedStrings #-}
import Control.Lens ((^?))
import Control.Monad (unless)
import Data.Aeson.Lens
import qualified Data.ByteString.Char8 as B
import qualified Data.ByteString.Lazy.Char8 as L
import Data.Text (pack)
import Data.Text.Encoding
import qualified Data.Text.IO as T
import Network.HTTP.Client
import Network.HTTP.Client.TLS
import Network.HTTP.Types
import System.Environment (getEnv)
import System.Exit
import System.IO
import System.Timeout (timeout)

main :: IO ()
main = do
  hSetEncoding stdout utf8
  accountPassword <- pack <$> getEnv "ACCOUNT_PASSWORD"
  initial <- parseRequest "POST https://accounts.example.com/login"
  let form =
        [
          ("username", "ada@example.com"),
          ("password", encodeUtf8 accountPassword),
          ("scope", "profile"),
          ("scope", "orders"),
          ("device", "")
        ]
  let request =
        initial
          { redirectCount = 0
          , requestHeaders =
              [("Content-Type", "application/x-www-form-urlencoded")]
          , requestBody = RequestBodyBS (renderSimpleQuery False form)
          }
  manager <- newTlsManager
  answer <- timeout 30000000 (httpLbs request manager)
  response <- maybe (die "The answer ended unexpectedly.") pure answer
  unless (statusIsSuccessful (responseStatus response)) $ do
    hPrint stderr (responseStatus response)
    mapM_ (B.hPutStrLn stderr) (lookup "Location" (responseHeaders response))
    L.hPut stderr (responseBody response)
    exitFailure
  maybe (die (show (responseBody response))) T.putStrLn $
    responseBody response ^? key "session" . key "id" . _String
