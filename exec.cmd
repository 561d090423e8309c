@rem Windows has no exec. package.json says it so that elsewhere signals reach the server, not a shell.
@%*
