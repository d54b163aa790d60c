package import HubConsole

/// The jobs that people come for, which the first screen shows before anything else.
package enum Everyday {
  package static let examples = [
    Example("hub action list --mine", "example.myActions"),
    Example("hub agenda publish agendas/plenary.md", "example.publishAgenda"),
    Example("hub minutes publish M-1", "example.publishMinutes"),
    Example("hub trace R-1", "example.trace"),
    Example("hub export digest --meeting M-1 --lang both --out exports/", "example.export"),
  ]
}
