"""Samba as the one controller of a new Active Directory domain, for tests; started by samba.mjs.

LDAP has its ports for good there, so it runs in a network of its own. Two sockets come with it from the network of the
tests, and what arrives on them is handed on. Its libraries look for each other below /usr/lib, where they are not
installed: it sees them there, and nobody else does.
"""

import json
import os
import platform
import socket
import subprocess
import sys
import threading
import time

NAME = "dc1"
PORTS = {"plainPort": 389, "tlsPort": 636}
PATIENCE = 60


def outside(home, folder, *rest):
    listeners = {name: socket.create_server(("127.0.0.1", 0), backlog=64) for name in PORTS}
    for listener in listeners.values():
        listener.set_inheritable(True)
    with open(f"{folder}/ports.json", "w") as ports:
        json.dump({name: listener.getsockname()[1] for name, listener in listeners.items()}, ports)
    # Whoever is not root is it inside, over nothing but what was theirs.
    spaces = ["--net", "--mount", "--pid", "--fork", "--kill-child"] + (["--map-root-user"] if os.getuid() else [])
    descriptors = ",".join(str(listener.fileno()) for listener in listeners.values())
    words = [sys.executable, os.path.abspath(__file__), "inside", descriptors, home, folder, *rest]
    os.environ["PYTHONPATH"] = f"{home}/usr/lib/python3/dist-packages"
    os.execvp("unshare", ["unshare", *spaces, *words])


def inside(descriptors, home, folder, realm, password):
    subprocess.run(["ip", "link", "set", "lo", "up"], check=True)
    show_libraries(home, folder)
    provide(home, folder, realm, password)
    serve(home, folder)
    for descriptor, port in zip(descriptors.split(","), PORTS.values()):
        reach(port).close()
        threading.Thread(target=hand_on, args=(socket.socket(fileno=int(descriptor)), port), daemon=True).start()
    open(f"{folder}/ready", "w").close()
    # It ends with whoever started it, however they end, and everything in here ends with it.
    sys.stdin.read()
    os._exit(0)


def show_libraries(home, folder):
    place = f"/usr/lib/{platform.machine()}-linux-gnu"
    before, now = f"{folder}/libraries-before", f"{folder}/libraries"
    for made in (before, now):
        os.mkdir(made)
    subprocess.run(["mount", "--bind", place, before], check=True)
    for origin in (home + place, before):
        for name in os.listdir(origin):
            if not os.path.lexists(f"{now}/{name}"):
                os.symlink(f"{origin}/{name}", f"{now}/{name}")
    subprocess.run(["mount", "--bind", now, place], check=True)


def provide(home, folder, realm, password):
    import logging

    import samba.provision.common

    samba.provision.common.setup_dir = lambda: f"{home}/usr/share/samba/setup"
    from samba import provision
    from samba.auth import system_session

    logging.basicConfig(level=logging.INFO)
    provision.provision(
        logging.getLogger("domain"),
        system_session(),
        targetdir=f"{folder}/domain",
        realm=realm,
        domain=realm.split(".")[0],
        hostname=NAME,
        adminpass=password,
        serverrole="domain controller",
        dom_for_fun_level=provision.DS_DOMAIN_FUNCTION_2008_R2,
        # Neither a name server nor shared files: nobody here asks for them.
        dns_backend="NONE",
        batch_mode=True,
        skip_sysvolacl=True,
        use_rfc2307=True,
    )


def serve(home, folder):
    domain = f"{folder}/domain"
    places = {
        "lock directory": domain,
        "pid directory": domain,
        "state directory": f"{domain}/state",
        "cache directory": f"{domain}/cache",
        "private dir": f"{domain}/private",
        "binddns dir": f"{domain}/bind-dns",
        "ncalrpc dir": f"{domain}/ncalrpc",
        "winbindd socket directory": f"{domain}/winbindd",
        "ntp signd socket directory": f"{domain}/ntp",
        "log file": f"{domain}/log",
        "tls keyfile": f"{folder}/key.pem",
        "tls certfile": f"{folder}/certificate.pem",
        "tls cafile": "",
        "server services": "ldap",
        "interfaces": "lo",
        "bind interfaces only": "yes",
    }
    settings = [f"--option={name}={value}" for name, value in places.items()]
    words = [f"{home}/usr/sbin/samba", "-i", "--debug-stdout", "-M", "single", "-s", f"{domain}/etc/smb.conf", *settings]
    server = subprocess.Popen(words, stdin=subprocess.DEVNULL)
    # Without it there is nothing here to wait for.
    threading.Thread(target=lambda: os._exit(server.wait() or 1), daemon=True).start()


def reach(port):
    end = time.monotonic() + PATIENCE
    while True:
        try:
            return socket.create_connection(("127.0.0.1", port))
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.05)


def hand_on(listener, port):
    while True:
        near, _ = listener.accept()
        far = reach(port)
        for one, other in ((near, far), (far, near)):
            threading.Thread(target=copy, args=(one, other), daemon=True).start()


def copy(one, other):
    try:
        while data := one.recv(65536):
            other.sendall(data)
        other.shutdown(socket.SHUT_WR)
    except OSError:
        for end in (one, other):
            end.close()


if __name__ == "__main__":
    {"outside": outside, "inside": inside}[sys.argv[1]](*sys.argv[2:])
