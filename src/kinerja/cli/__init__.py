"""The command line: `kinerja catalogue`, `kinerja score`, `kinerja measure`."""
