"""A network between a client and the pilot that can be cut: a TCP proxy on loopback."""

import contextlib
import socket
import threading

from server import free_port


class Network:
    """cut() closes every line and refuses new ones; mend() lets them through again."""

    def __init__(self, target):
        self.target, self.port = target, free_port()
        self.lock, self.lines, self.listener = threading.Lock(), set(), None
        self.mend()

    def mend(self):
        self.listener = socket.create_server(("127.0.0.1", self.port))
        threading.Thread(target=self._accept, args=(self.listener,), daemon=True).start()

    def cut(self):
        listener, self.listener = self.listener, None
        if listener:
            with contextlib.suppress(OSError):
                listener.shutdown(socket.SHUT_RDWR)
            listener.close()
        with self.lock:
            lines, self.lines = self.lines, set()
        for line in lines:
            self._close(line)

    def _accept(self, listener):
        while True:
            try:
                near, _ = listener.accept()
                far = socket.create_connection(("127.0.0.1", self.target))
            except OSError:
                return
            with self.lock:
                self.lines |= {near, far}
            for pair in ((near, far), (far, near)):
                threading.Thread(target=self._pump, args=pair, daemon=True).start()

    def _pump(self, source, sink):
        with contextlib.suppress(OSError):
            while data := source.recv(65536):
                sink.sendall(data)
        for line in (source, sink):
            self._close(line)

    @staticmethod
    def _close(line):
        with contextlib.suppress(OSError):
            line.shutdown(socket.SHUT_RDWR)
        line.close()
