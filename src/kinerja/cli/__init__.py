"""The command line `kinerja`."""
