extension ThreadName {
  /// As in a sentence: `main goroutine`, `goroutine 45`.
  public func title(_ detector: Detector) -> String {
    word == .main ? detector.profile.mainThread : description
  }
}
