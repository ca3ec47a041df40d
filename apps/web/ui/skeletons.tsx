import styles from './sheet.module.css';

export function Bone({ width = '100%', height = 14 }: { width?: number | string; height?: number }) {
  return <span className={styles.bone} style={{ width, height }} />;
}

interface ListSkeletonProps {
  rows?: number;
  /** Real height of a row, so that nothing jumps when the data arrives. */
  rowHeight?: number;
  label?: string;
}

export function ListSkeleton({ rows = 4, rowHeight = 86, label = 'Chargement' }: ListSkeletonProps) {
  return (
    <div role="status" aria-label={label} style={{ display: 'grid', gap: 8 }}>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className={styles.boneCard} style={{ minHeight: rowHeight }} aria-hidden="true">
          <Bone width="32%" />
          <Bone width="58%" />
        </div>
      ))}
    </div>
  );
}

export function PageSkeleton({ label = 'Chargement' }: { label?: string }) {
  return (
    <div
      role="status"
      aria-label={label}
      style={{ display: 'grid', gap: 18, padding: 32, maxWidth: 720, margin: '0 auto' }}
    >
      <Bone width="46%" height={30} />
      <Bone width="72%" />
      <Bone height={180} />
      <Bone height={120} />
    </div>
  );
}
