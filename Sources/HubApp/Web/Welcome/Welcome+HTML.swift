import HubModel
import HubResources
import HubText
import HubWords

extension Welcome {
  /// A page that needs nothing beside itself: no script, no font, no request.
  var page: HTML {
    """
    <!DOCTYPE html>
    <html lang="\(words.language.rawValue)">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>\(words("welcome.name"))</title>
    <style>
    \(HTML(raw: Resource.text("styles/welcome.css") ?? ""))</style>
    </head>
    <body>
    <header>
    \(otherLanguage)
    <h1>\(words("welcome.name"))</h1>
    <p class="lead">\(words("welcome.about"))</p>
    </header>
    <main>
    <h2>\(words("welcome.signInHeading"))</h2>
    <p>\(words("welcome.signIn"))</p>
    <pre><code>Authorization: Bearer hub_…</code></pre>
    <p>\(words("welcome.public"))</p>
    <h2>\(words("welcome.programsHeading"))</h2>
    <p>\(words("welcome.programs"))</p>
    <ul>
    <li><a href="\(openapi)">\(words("welcome.document"))</a> <code>\(openapi)</code></li>
    </ul>
    </main>
    <footer><p>\(words("welcome.version", ["version": Version.text]))</p></footer>
    </body>
    </html>

    """
  }

  /// The way to the page in the other language, named in that language.
  private var otherLanguage: HTML {
    let other = words.language.other
    return """
      <nav><a href="?lang=\(other.rawValue)" lang="\(other.rawValue)" hreflang="\(other.rawValue)">\
      \(Words(other)("welcome.inThisLanguage"))</a></nav>
      """
  }
}
