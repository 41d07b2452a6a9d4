"""Who may ask: a service account with its key, a person's login, a federated job, an API key."""

import base64
import json
from functools import cache
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa

Json = dict[str, Any]

ACCOUNT = "reader@plan-check.iam.gserviceaccount.com"
FEDERATED = "nightly@plan-check.iam.gserviceaccount.com"
PERSON = "coordinator@example.org"
API_KEY = "AIzaStandInStandInStandInStandInStandIn"
OIDC = "header.claims.signature"
TOKEN_URI = "https://oauth2.googleapis.com/token"


class Identities:
    """The secrets of everyone who may ask, and the files a program finds them in."""

    def __init__(self) -> None:
        self._key = _key()

    def write(self, folder: Path) -> None:
        """Put every kind of credentials file into a folder."""
        (folder / "oidc-token").write_text(OIDC)
        for name, content in {
            "service-account.json": self.service_account(),
            "authorized-user.json": self.authorized_user(),
            "external-account.json": self.external_account(folder / "oidc-token"),
            "oauth-client.json": self.oauth_client(),
        }.items():
            (folder / name).write_text(json.dumps(content, indent=2))

    def service_account(self) -> Json:
        """The key of a service account."""
        pem = self._key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        ).decode()
        return {
            "type": "service_account",
            "project_id": "plan-check",
            "private_key_id": "0123456789abcdef",
            "private_key": pem,
            "client_email": ACCOUNT,
            "client_id": "100000000000000000000",
            "token_uri": TOKEN_URI,
        }

    def authorized_user(self) -> Json:
        """A person's login, as gcloud or a first login leaves it."""
        return {
            "type": "authorized_user",
            "client_id": "client-1.apps.googleusercontent.com",
            "client_secret": "client-secret",
            "refresh_token": "refresh-token",
            "token_uri": TOKEN_URI,
        }

    def oauth_client(self) -> Json:
        """An OAuth client of the kind «desktop»."""
        return {
            "installed": {
                "client_id": "client-1.apps.googleusercontent.com",
                "client_secret": "client-secret",
                "auth_uri": "https://accounts.google.com/o/oauth2/auth",
                "token_uri": TOKEN_URI,
                "redirect_uris": ["http://localhost"],
            }
        }

    def external_account(self, token: Path) -> Json:
        """Workload identity federation with a token in a file, and impersonation."""
        pool = "projects/123/locations/global/workloadIdentityPools/ci/providers/github"
        return {
            "type": "external_account",
            "audience": f"//iam.googleapis.com/{pool}",
            "subject_token_type": "urn:ietf:params:oauth:token-type:jwt",
            "token_url": "https://sts.googleapis.com/v1/token",
            "service_account_impersonation_url": "https://iamcredentials.googleapis.com/v1/projects/-"
            f"/serviceAccounts/{FEDERATED}:generateAccessToken",
            "credential_source": {"file": str(token), "format": {"type": "text"}},
        }

    def claims(self, assertion: str) -> Json | None:
        """The claims of a signed assertion; `None` if we did not sign it."""
        head, _, rest = assertion.partition(".")
        claims, _, signature = rest.partition(".")
        try:
            self._key.public_key().verify(
                _decode(signature), f"{head}.{claims}".encode(), padding.PKCS1v15(), hashes.SHA256()
            )
        except (InvalidSignature, ValueError):
            return None
        found: Json = json.loads(_decode(claims))
        return found


def _decode(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


@cache
def _key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(65537, 2048)
