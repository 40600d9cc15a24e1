"""pysaml2 as an identity provider for tests: metadata, single sign-on and single logout by redirect."""

import sys
from socketserver import ThreadingMixIn
from urllib.parse import parse_qs
from wsgiref.simple_server import WSGIServer, make_server

from saml2 import BINDING_HTTP_POST, BINDING_HTTP_REDIRECT
from saml2.authn_context import PASSWORDPROTECTEDTRANSPORT
from saml2.config import IdPConfig
from saml2.metadata import create_metadata_string
from saml2.saml import NAMEID_FORMAT_PERSISTENT, NameID
from saml2.server import Server
from saml2.sigver import verify_redirect_signature
from saml2.xmldsig import DIGEST_SHA256, SIG_RSA_SHA256
import saml2.sigver

folder, port, mode = sys.argv[1], int(sys.argv[2]), sys.argv[3]
base = f"http://127.0.0.1:{port}"

CONFIG = {
    "entityid": f"{base}/metadata",
    "service": {
        "idp": {
            "endpoints": {
                "single_sign_on_service": [(f"{base}/sso", BINDING_HTTP_REDIRECT), (f"{base}/sso", BINDING_HTTP_POST)],
                "single_logout_service": [(f"{base}/slo", BINDING_HTTP_REDIRECT)],
            },
            "name_id_format": [NAMEID_FORMAT_PERSISTENT],
            "sign_response": True,
            "sign_assertion": True,
            "signing_algorithm": SIG_RSA_SHA256,
            "digest_algorithm": DIGEST_SHA256,
            "policy": {"default": {"lifetime": {"minutes": 5}, "name_form": "urn:oasis:names:tc:SAML:2.0:attrname-format:uri"}},
        }
    },
    "key_file": f"{folder}/provider.key",
    "cert_file": f"{folder}/provider.crt",
    "metadata": {"local": [f"{folder}/st0r.xml"]},
    "xmlsec_binary": "/usr/bin/xmlsec1",
}
PERSON = {"mail": "jonas@example.test", "displayName": "Jonas Falk", "eduPersonAffiliation": ["msp-technicians", "everybody"]}

# Left alone, pysaml2 encrypts with triple DES; xmlsec1 underneath knows better.
saml2.sigver.pre_encryption_part.__kwdefaults__["msg_enc"] = "http://www.w3.org/2009/xmlenc11#aes256-gcm"
saml2.sigver.SecurityContext.encrypt_assertion.__defaults__ = ("aes-256", None)

config = IdPConfig().load(CONFIG)
server = Server(config=config)


def require_signature(query, issuer):
    """A redirected message is signed in its query; pysaml2 leaves it to the provider to look."""
    known = server.metadata.certs(issuer, "spsso", "signing")
    message = {name: query[name] for name in ("SAMLRequest", "RelayState", "SigAlg", "Signature") if name in query}
    if not any(verify_redirect_signature(message, server.sec.sec_backend, certificate) for certificate in known):
        raise ValueError("unsigned request")


def sign_in(query):
    request = server.parse_authn_request(query["SAMLRequest"], BINDING_HTTP_REDIRECT)
    require_signature(query, request.message.issuer.text)
    place = server.response_args(request.message)
    response = server.create_authn_response(
        PERSON,
        name_id=NameID(format=NAMEID_FORMAT_PERSISTENT, name_qualifier=config.entityid, sp_name_qualifier=place["sp_entity_id"], text="jonas-7f3a"),
        authn={"class_ref": PASSWORDPROTECTEDTRANSPORT, "authn_auth": base},
        sign_response=True,
        sign_assertion=True,
        encrypt_assertion=mode == "encrypt",
        encrypt_assertion_self_contained=True,
        sign_alg=SIG_RSA_SHA256,
        digest_alg=DIGEST_SHA256,
        **place,
    )
    return server.apply_binding(BINDING_HTTP_POST, str(response), place["destination"], query.get("RelayState", ""), response=True)["data"]


def log_out(query):
    request = server.parse_logout_request(query["SAMLRequest"], BINDING_HTTP_REDIRECT)
    require_signature(query, request.message.issuer.text)
    response = server.create_logout_response(request.message, [BINDING_HTTP_REDIRECT])
    places = server.pick_binding("single_logout_service", [BINDING_HTTP_REDIRECT], "spsso", request)
    http = server.apply_binding(
        BINDING_HTTP_REDIRECT, str(response), places[1], query.get("RelayState", ""), response=True, sign=True, sigalg=SIG_RSA_SHA256
    )
    return dict(http["headers"])["Location"]


def application(environ, start_response):
    query = {name: values[0] for name, values in parse_qs(environ["QUERY_STRING"]).items()}
    path = environ["PATH_INFO"]
    if path == "/metadata":
        body = create_metadata_string(None, config=config, sign=False)
        start_response("200 OK", [("Content-Type", "application/samlmetadata+xml")])
        return [body if isinstance(body, bytes) else body.encode()]
    if path == "/sso":
        page = sign_in(query)
        start_response("200 OK", [("Content-Type", "text/html; charset=utf-8")])
        return [("".join(page) if isinstance(page, list) else page).encode()]
    if path == "/slo":
        start_response("302 Found", [("Location", log_out(query))])
        return [b""]
    start_response("404 Not Found", [("Content-Type", "text/plain")])
    return [b"not here"]


class Threaded(ThreadingMixIn, WSGIServer):
    daemon_threads = True


make_server("127.0.0.1", port, application, Threaded).serve_forever()
